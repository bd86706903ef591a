"""What does every address of planning, delivery, figures and coordination answer to every role?

A line for each method and address, a column for each person, as in `test_routes.py`. The records are Sintang's
(`programme.py`). Who has nothing to do with a page gets 403, whoever's it is; what is another region's or another
office's is answered as what does not exist, 404.
"""

from collections.abc import Callable, Mapping

from tests.journeys.cast import NANGA_LEBANG, SINTANG
from tests.web import programme, routes
from tests.web.programme import Programme

TABLE = """
                                    -   nob mar dew yoh sit pet fra agn rin teg nit ant bud han kar lid tek osk ver wat hen dom tik uma
GET  planning:home                  302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST planning:home                  302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  planning:edit-target           302 403 200 403 200 403 403 200 403 403 403 403 403 200 403 200 403 403 403 403 403 403 403 403 403
POST planning:edit-target           302 403 302 403 302 403 403 302 403 403 403 403 403 422 403 422 403 403 403 403 403 403 403 403 403
GET  planning:target                302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 200 403 403
POST planning:target                302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  planning:decree                302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 200 403 403
POST planning:decree                302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  planning:decide                302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:decide                302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 403 403 403
GET  planning:withdraw-target       302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:withdraw-target       302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 403 403 403
GET  planning:edit-purse            302 403 200 403 200 403 403 200 403 403 403 403 403 200 403 200 403 403 403 403 403 403 403 403 403
POST planning:edit-purse            302 403 302 403 302 403 403 302 403 403 403 403 403 422 403 422 403 403 403 403 403 403 403 403 403
GET  planning:take-known            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:take-known            302 403 302 403 302 403 403 302 403 403 403 403 403 302 403 302 403 403 403 403 403 403 403 403 403
GET  planning:withdraw-purse        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:withdraw-purse        302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 403 403 403
GET  planning:pledges               302 403 200 403 200 403 403 200 200 200 200 403 403 200 403 200 403 403 200 200 403 403 200 200 200
POST planning:pledges               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  planning:offer                 302 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 200 200 200
POST planning:offer                 302 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 302 302 422
GET  planning:pledge/offered        302 403 200 403 200 403 403 200 200 200 200 403 403 404 403 404 403 403 404 404 403 403 404 200 404
GET  planning:pledge/taken          302 403 200 403 200 403 403 200 200 200 200 403 403 404 403 404 403 403 404 404 403 403 404 200 404
POST planning:pledge/offered        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:pledge/taken          302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  planning:withdraw-pledge       302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:withdraw-pledge       302 403 403 403 403 403 403 403 403 403 403 403 403 404 403 404 403 403 404 404 403 403 404 302 404
GET  planning:refuse-pledge         302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST planning:refuse-pledge         302 403 302 403 302 403 403 302 403 403 403 403 403 404 403 404 403 403 404 404 403 403 404 403 404
GET  delivery:homes                 302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 200 200
POST delivery:homes                 302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:report                302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 403 200 403 403
POST delivery:report                302 403 302 302 302 403 403 302 403 403 403 403 403 422 422 422 403 403 403 403 403 403 302 403 403
GET  delivery:doubles               302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST delivery:doubles               302 403 302 422 302 403 403 302 403 403 403 403 403 422 422 422 403 403 403 403 403 422 422 403 403
GET  delivery:numbers               302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST delivery:numbers               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:report-number         302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 403 200 403 403
POST delivery:report-number         302 403 302 302 302 403 403 302 403 403 403 403 403 422 422 422 403 403 403 403 403 403 302 403 403
GET  delivery:withdraw-number       302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST delivery:withdraw-number       302 403 302 404 302 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:take-back-judgement   302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST delivery:take-back-judgement   302 403 302 404 302 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:photo                 302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 404 200 404
POST delivery:photo                 302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:home/apbd             302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 404 404 404
POST delivery:home/apbd             302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:home/pbg              302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 404 404 404
POST delivery:home/pbg              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:home/bphtb            302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 404 404
POST delivery:home/bphtb            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:home/dana-desa        302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 200 404 404
POST delivery:home/dana-desa        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:home/given            302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 404 200 404
POST delivery:home/given            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:advance               302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST delivery:advance               302 403 302 404 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:correct               302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST delivery:correct               302 403 302 404 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:withdraw              302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST delivery:withdraw              302 403 302 404 302 403 403 403 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:add-photo             302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST delivery:add-photo             302 403 422 404 422 403 403 422 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  delivery:cases                 302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST delivery:cases                 302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:add-case              302 403 403 200 403 403 403 403 403 403 403 403 403 403 200 403 403 403 403 403 403 200 403 403 403
POST delivery:add-case              302 403 403 302 403 403 403 403 403 403 403 403 403 403 422 403 403 403 403 403 403 302 403 403 403
GET  delivery:case/pbg              302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 404 404 403 403
POST delivery:case/pbg              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:case/bphtb            302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST delivery:case/bphtb            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  delivery:change-case/pbg       302 403 403 200 403 403 403 403 403 403 403 403 403 403 404 403 403 403 403 403 403 404 403 403 403
POST delivery:change-case/pbg       302 403 403 302 403 403 403 403 403 403 403 403 403 403 404 403 403 403 403 403 403 404 403 403 403
GET  delivery:change-case/bphtb     302 403 403 404 403 403 403 403 403 403 403 403 403 403 404 403 403 403 403 403 403 200 403 403 403
POST delivery:change-case/bphtb     302 403 403 404 403 403 403 403 403 403 403 403 403 403 404 403 403 403 403 403 403 302 403 403 403
GET  delivery:accept-pledge         302 403 200 403 200 403 403 200 403 403 403 403 403 404 403 404 403 403 403 403 403 403 403 403 403
POST delivery:accept-pledge         302 403 302 403 302 403 403 302 403 403 403 403 403 404 403 404 403 403 403 403 403 403 403 403 403
GET  figures:achievement            302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST figures:achievement            302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  figures:workbook               302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST figures:workbook               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  figures:published              302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST figures:published              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  figures:publish                302 403 200 403 200 403 403 200 403 403 403 403 403 200 403 200 403 403 403 403 403 403 403 403 403
POST figures:publish                302 403 302 403 302 403 403 302 403 403 403 403 403 422 403 422 403 403 403 403 403 403 403 403 403
GET  figures:withdraw               302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST figures:withdraw               302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 403 403 403
GET  coordination:meetings          302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST coordination:meetings          302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:import-meeting    302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST coordination:import-meeting    302 403 422 422 422 403 403 422 403 403 403 403 403 422 422 422 403 403 403 403 403 422 422 403 403
GET  coordination:call-meeting      302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST coordination:call-meeting      302 403 302 302 302 403 403 302 403 403 403 403 403 403 403 403 403 403 403 403 403 302 302 403 403
GET  coordination:file              302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST coordination:file              302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:remove-part       302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:remove-part       302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:meeting/province  302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST coordination:meeting/province  302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:meeting/sintang   302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 200 403 403
POST coordination:meeting/sintang   302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:change-meeting    302 403 403 404 403 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST coordination:change-meeting    302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:add-agenda        302 403 403 404 403 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST coordination:add-agenda        302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:invite            302 403 403 404 403 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST coordination:invite            302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:attend            302 403 403 404 403 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST coordination:attend            302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:add-outcome       302 403 403 404 403 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
POST coordination:add-outcome       302 403 403 404 403 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 403 404 403 403
GET  coordination:projector         302 403 200 404 200 403 403 200 403 403 403 403 403 404 404 404 403 403 403 403 403 200 404 403 403
POST coordination:projector         302 403 302 404 302 403 403 302 403 403 403 403 403 404 404 404 403 403 403 403 403 302 404 403 403
GET  coordination:minutes           302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST coordination:minutes           302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:attendance        302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST coordination:attendance        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:release           302 403 200 404 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 404 403 403
POST coordination:release           302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:board             302 403 200 200 200 403 403 200 200 200 200 403 403 200 200 200 403 403 200 200 403 200 200 403 403
POST coordination:board             302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:raise-obstacle    302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST coordination:raise-obstacle    302 403 302 302 302 403 403 302 403 403 403 403 403 302 302 302 403 403 403 403 403 302 302 403 403
GET  coordination:obstacle          302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 200 403 403
POST coordination:obstacle          302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:answer-obstacle   302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:answer-obstacle   302 403 403 403 403 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 302 403 403
GET  coordination:send-up           302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:send-up           302 403 403 403 302 403 403 403 403 403 403 403 403 403 403 404 403 403 403 403 403 403 403 403 403
GET  coordination:close-obstacle    302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:close-obstacle    302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 302 403 403
GET  coordination:promise           302 403 200 200 200 403 403 200 403 403 403 403 403 200 200 200 403 403 403 403 403 200 200 403 403
POST coordination:promise           302 403 302 302 302 403 403 302 403 403 403 403 403 302 302 302 403 403 403 403 403 302 302 403 403
GET  coordination:commitment        302 403 200 200 200 403 403 200 200 200 200 403 403 404 404 404 403 403 404 404 403 200 200 403 403
POST coordination:commitment        302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
GET  coordination:prove             302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:prove             302 403 403 403 403 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 302 403 403 403
GET  coordination:cancel-commitment 302 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405 405
POST coordination:cancel-commitment 302 403 302 403 302 403 403 403 403 403 403 403 403 404 404 404 403 403 404 404 403 403 403 403 403
"""  # noqa: E501  # a line is read across
EXPECTED = routes.read(TABLE)
COLUMNS = routes.columns_of(TABLE)
Named = Callable[[Programme], Mapping[str, object]]


def _target(made: Programme) -> Mapping[str, object]:
    return {"target_id": made.plans.target}


def _offer(made: Programme) -> Mapping[str, object]:
    return {"pledge_id": made.plans.offer}


def _report(made: Programme) -> Mapping[str, object]:
    return {"report_id": made.homes.plain}


def _meeting(made: Programme) -> Mapping[str, object]:
    return {"meeting_id": made.talks.meeting}


def _item(made: Programme) -> Mapping[str, object]:
    return {"part_id": made.talks.item}


def _obstacle(made: Programme) -> Mapping[str, object]:
    return {"obstacle_id": made.talks.obstacle}


def _commitment(made: Programme) -> Mapping[str, object]:
    return {"commitment_id": made.talks.commitment}


ARGUMENTS: Mapping[str, Named] = {
    **{f"planning:{name}": _target for name in ("target", "decree", "decide", "withdraw-target")},
    "planning:withdraw-purse": lambda made: {"purse_id": made.plans.purse},
    **{f"planning:{name}": _offer for name in ("pledge/offered", "withdraw-pledge", "refuse-pledge")},
    "planning:pledge/taken": lambda made: {"pledge_id": made.plans.taken},
    "delivery:accept-pledge": _offer,
    "delivery:withdraw-number": lambda made: {"number_id": made.homes.number},
    "delivery:take-back-judgement": lambda made: {"judgement_id": made.homes.judged},
    "delivery:photo": lambda made: {"photo_id": made.homes.photo},
    "delivery:home/apbd": lambda made: {"home_id": made.homes.plain},
    "delivery:home/pbg": lambda made: {"home_id": made.homes.pbg},
    "delivery:home/bphtb": lambda made: {"home_id": made.homes.bphtb},
    "delivery:home/dana-desa": lambda made: {"home_id": made.homes.dana_desa},
    "delivery:home/given": lambda made: {"home_id": made.homes.given},
    **{f"delivery:{name}": _report for name in ("advance", "correct", "withdraw", "add-photo")},
    "delivery:case/pbg": lambda made: {"case_id": made.homes.case_pbg},
    "delivery:case/bphtb": lambda made: {"case_id": made.homes.case_bphtb},
    "delivery:change-case/pbg": lambda made: {"case_id": made.homes.case_pbg},
    "delivery:change-case/bphtb": lambda made: {"case_id": made.homes.case_bphtb},
    "figures:withdraw": lambda made: {"statement_id": made.plans.statement},
    **{
        f"coordination:{name}": _meeting
        for name in (
            "meeting/province", "change-meeting", "add-agenda", "invite", "attend", "add-outcome", "projector",
            "minutes", "attendance", "release",
        )
    },
    "coordination:meeting/sintang": lambda made: {"meeting_id": made.talks.own},
    "coordination:file": _item,
    "coordination:remove-part": _item,
    **{f"coordination:{name}": _obstacle for name in ("obstacle", "answer-obstacle", "send-up", "close-obstacle")},
    **{f"coordination:{name}": _commitment for name in ("commitment", "prove", "cancel-commitment")},
}  # fmt: skip

_WHY = {"alasan": "Salah dicatat"}
# What whoever may send a form at all can send; an empty form, which comes back, where nothing stands here.
FORMS: Mapping[str, Named] = {
    "planning:edit-target": lambda _made: {
        "year": "2025", "region_code": SINTANG, "source": "DAK", "agreed_homes": "10", **_WHY,
    },
    "planning:decide": lambda made: {
        "isian": "proposed_homes", "nilai": made.plans.proposal, "seen": made.plans.both,
    },
    "planning:withdraw-target": lambda _made: _WHY,
    "planning:edit-purse": lambda _made: {
        "year": "2025", "region_code": SINTANG, "source": "BSPS", "cap_rupiah": "20000000", **_WHY,
    },
    "planning:take-known": lambda _made: {"tahun": "2025"},
    "planning:withdraw-purse": lambda _made: _WHY,
    "planning:offer": lambda _made: {**programme.OFFER, "homes": "2"},
    "planning:refuse-pledge": lambda _made: {"catatan": "Sudah ada yang membantu"},
    "delivery:accept-pledge": lambda _made: {"homes": "1", "village_code": NANGA_LEBANG},
    "delivery:report": lambda _made: programme.BASE,
    "delivery:doubles": lambda made: {
        "satu": made.homes.plain, "lain": made.homes.pbg, "putusan": "SATU RUMAH", **_WHY,
    },
    "delivery:report-number": lambda _made: programme.NUMBER,
    "delivery:withdraw-number": lambda _made: _WHY,
    "delivery:advance": lambda _made: {"stage": "30", "tanggal": "2 Juni 2025"},
    "delivery:correct": lambda made: {**programme.BASE, "address": "Dusun Rekaan", "seen": made.homes.seen, **_WHY},
    "delivery:withdraw": lambda _made: _WHY,
    "delivery:add-case": lambda _made: programme.a_case("Baru-1"),
    "delivery:change-case/pbg": lambda made: {
        **programme.a_case(programme.PBG), "complete_date": "3 Juni 2025", "seen": made.homes.seen_pbg,
    },
    "delivery:change-case/bphtb": lambda made: {
        **programme.a_case(programme.BPHTB), "complete_date": "3 Juni 2025", "seen": made.homes.seen_bphtb,
    },
    "figures:publish": lambda _made: {**programme.ABOUT, f"angka-{SINTANG}-RTLH": "8266"},
    "coordination:call-meeting": lambda _made: {**programme.MEETING, "region_code": SINTANG},
    "coordination:change-meeting": lambda _made: {**programme.MEETING, "chair": "Sekretaris"},
    "coordination:add-agenda": lambda _made: {"title": "Diskusi"},
    "coordination:invite": lambda _made: {"invited": "Kantor Desa Rekaan"},
    "coordination:attend": lambda _made: {"name": "Kepala Desa", "office": "Kantor Desa Rekaan"},
    "coordination:add-outcome": lambda _made: {"outcome": "KEPUTUSAN", "text": "Data disamakan"},
    "coordination:projector": lambda _made: {"ke": "catat", "text": "Data belum sama", "topic": "DATA"},
    "coordination:raise-obstacle": lambda _made: {"topic": "DATA", "text": "Data belum sama"},
    "coordination:answer-obstacle": lambda _made: {"answer": "Diurus bulan depan"},
    "coordination:send-up": lambda _made: {"to": "PROVINSI", "due_date": "31 Desember 2099"},
    "coordination:promise": lambda _made: {"text": "Data disamakan", "due_date": "31 Desember 2099"},
    "coordination:prove": lambda _made: {"proof": "Perbup 12/2025"},
    "coordination:cancel-commitment": lambda _made: _WHY,
}  # fmt: skip
