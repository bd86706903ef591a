"""Words every room uses: identities, civil numbers, names, money, errors, cryptography. Pure; imports no room."""
