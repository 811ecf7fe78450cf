"""The meaning of names in SQL texts by a server's catalog: which objects they are, and the effects of using them."""
