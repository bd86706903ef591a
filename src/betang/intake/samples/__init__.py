"""What would a regency's list look like? Invented e-RTLH workbooks with the mess that was measured in real ones."""
