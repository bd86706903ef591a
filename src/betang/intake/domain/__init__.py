"""What intake decides: which list is this, what does a cell say, may the row go in?"""
