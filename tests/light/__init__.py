"""What pages weigh and how still they stand: the budgets of every kind of page, and Lighthouse (`make lighthouse`)."""
