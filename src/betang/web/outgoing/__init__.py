"""Pages on which a list goes out: as a workbook, or on paper."""
