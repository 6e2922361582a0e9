"""Language models: the built-in catalogue, and any OpenAI-compatible server with the prompts in `prompts/`."""
