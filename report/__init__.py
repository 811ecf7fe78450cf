"""One comparison for its readers: HTML, JSON, JUnit and Markdown. Statements' values are in none of them."""
