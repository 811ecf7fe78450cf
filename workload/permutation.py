"""A keyed permutation of the numbers below any size: no two numbers have the same image, and without the key the images cannot be computed.

A Feistel network over two halves, repeated until the result is below the size ("cycle walking"): J. Black and P. Rogaway, Ciphers with
Arbitrary Finite Domains, CT-RSA 2002, sections 4 and 5.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from math import isqrt

_ROUNDS = 8
# Halves have at most so many bits less than a digest, so that the remainder of a digest is nearly uniform.
_DIGEST = 32
MOST = 1 << 160


def permuted(number: int, size: int, key: bytes, tweak: bytes) -> int:
    """Return the image of *number* (0 <= number < *size* <= ``MOST``) under the permutation of *key* and *tweak*.

    >>> sorted(permuted(number, 10, b"key", b"tweak") for number in range(10))
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    if size < 2:
        return number
    left, right, start = _halves(size, key, tweak)
    while True:
        number = _network(number, left, right, start)
        if number < size:
            return number


@lru_cache(maxsize=4096)
def _halves(size: int, key: bytes, tweak: bytes) -> tuple[int, int, hashlib.blake2b]:
    """Return the sizes of both halves, and the state of the hash before the first round: they are the same for all values of a form."""
    left = isqrt(size - 1) + 1
    return left, -(-size // left), hashlib.blake2b(tweak, key=key[:64], digest_size=_DIGEST)


def _network(number: int, left: int, right: int, start: hashlib.blake2b) -> int:
    """Return the image of a number below *left* * *right*."""
    high, low = divmod(number, right)  # high < left, low < right
    for turn in range(0, _ROUNDS, 2):
        # The halves change places, and so do their sizes: after an even number of rounds both are as before.
        state = start.copy()
        state.update(b"%d %d" % (turn, low))
        high = (high + int.from_bytes(state.digest())) % left
        state = start.copy()
        state.update(b"%d %d" % (turn + 1, high))
        low = (low + int.from_bytes(state.digest())) % right
    return high * right + low
