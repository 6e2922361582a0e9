"""A chat in the hands of a person: opened, relayed both ways, given back."""
