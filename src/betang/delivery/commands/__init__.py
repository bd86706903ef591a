"""Every deed of delivery."""

from betang.delivery.commands.cases import change_case, report_case, withdraw_case
from betang.delivery.commands.judging import judge, take_back_judgement
from betang.delivery.commands.numbers import report_number, withdraw_number
from betang.delivery.commands.offers import accept_pledge
from betang.delivery.commands.photos import add_photo
from betang.delivery.commands.reports import Reported, advance, correct, report_home, withdraw
from betang.delivery.commands.saving import keep

__all__ = [
    "Reported",
    "accept_pledge",
    "add_photo",
    "advance",
    "change_case",
    "correct",
    "judge",
    "keep",
    "report_case",
    "report_home",
    "report_number",
    "take_back_judgement",
    "withdraw",
    "withdraw_case",
    "withdraw_number",
]
