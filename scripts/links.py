"""Do the sources' addresses still answer? Asked by `python -m scripts links`, where there is a network."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

WORKERS, SECONDS = 16, 15
BROWSER = {"User-Agent": "Mozilla/5.0 (compatible; ExodusAtlas link check)"}
ALIVE = (401, 402, 403, 405, 406, 429, 451)  # the page is there, but not for a program


@dataclass(frozen=True)
class Answer:
    """What an address said: the HTTP status, or 0 and the reason why there was no answer."""

    status: int
    why: str = ""

    @property
    def dead(self) -> bool:
        """True for an address that says that its page is gone."""
        return self.status >= 400 and self.status not in ALIVE and self.status < 500


def check(addresses: Iterable[str], ask: Callable[[str], Answer] | None = None) -> dict[str, Answer]:
    """Ask every address once; give their answers, or those of the first few if there is no network.

    ``ask`` is how to ask one, the network by default.
    """
    wanted, answers = list(addresses), {}
    with ThreadPoolExecutor(WORKERS) as pool:
        for some in (wanted[:WORKERS], wanted[WORKERS:]):  # where the first few get no answer, the rest need not wait for theirs
            answers |= dict(zip(some, pool.map(ask or ask_network, some), strict=True))
            if no_network(answers):
                break
    return answers


def ask_network(address: str) -> Answer:
    """Ask one address for its headers, and for its page where it refuses that."""
    import requests  # the HTTP client that Material brings along; loaded only where a network is asked

    try:
        answer = requests.head(address, timeout=SECONDS, allow_redirects=True, headers=BROWSER)
        if answer.status_code in (403, 405, 501):
            answer = requests.get(address, timeout=SECONDS, stream=True, headers=BROWSER)
            answer.close()
    except requests.RequestException as error:
        return Answer(0, type(error).__name__)
    return Answer(answer.status_code)


def no_network(answers: dict[str, Answer]) -> bool:
    """True where not one address answered: then nothing was learnt of any of them."""
    return bool(answers) and all(not answer.status for answer in answers.values())
