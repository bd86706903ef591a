@echo off
where py >nul 2>nul || (echo Python 3.11 tidak ditemukan: pasang dari python.org. / Python 3.11 was not found: install it from python.org. & exit /b 2)
py -3 "%~dp0launcher.py" %*
