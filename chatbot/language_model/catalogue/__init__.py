"""The catalogue of typical features: TOML data, the entries it becomes, and the loader that checks it."""
