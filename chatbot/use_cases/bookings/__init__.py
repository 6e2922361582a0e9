"""Money: wins, losses, payments, refunds, trials, and the balances behind them."""
