"""How things are done, step by step, with pictures of these very pages."""
