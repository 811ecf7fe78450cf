"""Credentials that a log holds do not get into its workload: records lose them where they are read.

Templates tell which statements may hold one (``pgrehearse.workload.sql.credentials``), once for each; only those statements are looked
at one by one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.parameters import rewritten
from pgrehearse.workload.sql.credentials import LEFT_OUT, Cleaned, cleaned, depends
from pgrehearse.workload.sql.normalize import Coded

EMPTIED, GONE = "credentials emptied", "texts left out"
# A text of a template that may hold a credential holds none without one of these.
_WORTH = (
    r"(?i)passw|passphrase|secret|credential|conninfo|connection|dblink|program|token|key|apikey|bearer|://|\\|u&|\$\d"
)
_CRYPTO = r"(?i)crypt|hmac"
# Messages of the server about what became of a statement: they repeat nothing of it.
_HARMLESS = r"^(?:canceling statement due to [a-z ]*|terminating connection due to [a-z ]*|deadlock detected)$"
MESSAGE_GONE = "(message left out: its statement holds a credential)"


@dataclass
class Withholding:
    """What is known of templates while a log is read. *crypto*: keys of pgcrypto's functions are withheld too."""

    crypto: bool = False
    _known: dict[str, bool] = field(default_factory=dict)

    def withheld(self, frame: pl.DataFrame, sql: pl.Series, found: Coded) -> tuple[pl.DataFrame, Counter[str]]:
        """Return records without credentials, and how many records lost what.

        *sql*: the texts of the records that are statements, *found*: their templates.
        """
        codes = [code for code, text in enumerate(found.templates) if self._depends(text, found.examples[code])]
        counts: Counter[str] = Counter()
        if not codes:
            return frame, counts
        worth = sql.str.contains(f"{_WORTH}|{_CRYPTO}" if self.crypto else _WORTH)
        rows = (found.code.is_in(codes) & worth).fill_null(value=False).arg_true()
        texts = sql.gather(rows)
        known = {text: cleaned(text, crypto=self.crypto) for text in texts.unique()}
        secret = {text: one for text, one in known.items() if one != Cleaned(text)}
        changed = texts.is_in(list(secret))
        if not changed.any():
            return frame, counts
        rows = rows.filter(changed)
        return self._changed(frame, rows, [secret[text] for text in texts.filter(changed)], counts), counts

    def _depends(self, template: str, example: str) -> bool:
        known = self._known.get(template)
        if known is None:
            known = self._known[template] = depends(example, crypto=self.crypto)
        return known

    def _changed(self, frame: pl.DataFrame, rows: pl.Series, ones: list[Cleaned], counts: Counter[str]) -> pl.DataFrame:
        told = frame.select("what", "sql", "message", "detail", "context")[rows]
        sql = pl.Series([LEFT_OUT if one.sql is None else one.sql for one in ones], dtype=pl.String)
        bound = {
            name: pl.Series(
                [rewritten(text, one.emptied) if text else text for text, one in zip(told[name], ones, strict=True)],
                dtype=pl.String,
            )
            for name in ("detail", "context")
        }
        gone = sql == LEFT_OUT
        differs = (told["sql"] != sql) | (told["detail"] != bound["detail"]).fill_null(value=False)
        differs |= (told["context"] != bound["context"]).fill_null(value=False)
        runs = told["what"].is_in([messages.STATEMENT, messages.EXECUTE, messages.ERROR, messages.FATAL])
        counts[GONE] += int((gone & runs).sum())
        counts[EMPTIED] += int((differs & ~gone & runs).sum())
        failed = told["what"].is_in([messages.ERROR, messages.FATAL]) & ~told["message"].str.contains(_HARMLESS)
        message = told["message"].set((failed & differs).fill_null(value=False), MESSAGE_GONE)
        new = {"sql": sql, "message": message, **bound}
        # What a message of a statement says is its text once more.
        return frame.with_columns(frame[name].clone().scatter(rows, column) for name, column in new.items())


def said_in_errors(frame: pl.DataFrame) -> pl.DataFrame:
    """Take the message out of errors that happened in a statement with a credential inside of a function."""
    failed = frame["what"].is_in([messages.ERROR, messages.FATAL])
    if not failed.any():
        return frame
    rows = failed.arg_true()
    told = frame.select("message", "context")[rows]
    inside = (
        told["context"].str.contains(r"(?i)passw|secret|token|conninfo|connection|dblink|_key").fill_null(value=False)
    )
    inside &= ~told["message"].str.contains(_HARMLESS).fill_null(value=True)
    return frame.with_columns(frame["message"].clone().scatter(rows, told["message"].set(inside, MESSAGE_GONE)))
