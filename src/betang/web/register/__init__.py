"""The pages of the register: the list, one home, its history, and every form that changes it."""
