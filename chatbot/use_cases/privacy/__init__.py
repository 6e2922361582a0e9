"""What people may ask of what is kept about them: to be told, to have it, to have it forgotten."""
