"""What each address of the intake answers."""
