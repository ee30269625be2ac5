"""How good and how fast the commands are, measured through the command contract on data that is not ours.

Run it with ``make bench``; the result is ``benchmarks/RESULTS.md``. Data and scorers stand beside a checkout on some
machines (``../shared``); what is absent is named in the result as not measured.
"""
