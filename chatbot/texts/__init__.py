"""What the bot says: one folder of Fluent files a language, and `speak` that reads them."""
