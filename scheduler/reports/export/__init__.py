"""A plan for other programs: calendar, tables, workbook.

Nothing here is imported with the reports, for the libraries behind it are slow to load.
"""
