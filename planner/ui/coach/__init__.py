"""What the coach asks and hears: answers that go where they belong."""
