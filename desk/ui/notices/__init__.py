"""What an officer should know when Desk opens: a bell with a count, and a panel that greets and steps aside."""
