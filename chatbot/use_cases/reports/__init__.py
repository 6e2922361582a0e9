"""What founders, team and clients see of where things stand."""
