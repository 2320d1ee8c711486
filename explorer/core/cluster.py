"""Which scheduler, and which of its workers: checked, without speaking to any. Standard library only.

A scheduler takes orders from, and hands pickled work to, everyone who can reach it: so TLS, or plain TCP on this machine only
unless the user insists.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from explorer.core.errors import BadInput

PLAIN, ENCRYPTED = "tcp", "tls"


@dataclass(frozen=True)
class Cluster:
    """Where the scheduler is, how to speak to it, and which workers are meant: by name, and by tag (they have all of them).

    Raises BadInput for an address that is none, plain TCP to another machine without ``insist``, and files that are missing.
    """

    address: str
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    insist: bool = False

    def __post_init__(self) -> None:
        scheme, host, port = parts_of(self.address)
        if scheme not in (PLAIN, ENCRYPTED) or not host or not port:
            raise BadInput("the scheduler's address {0} is not tcp://HOST:PORT or tls://HOST:PORT", self.address)
        files = (self.ca, self.certificate, self.key)
        if scheme == ENCRYPTED:
            if None in files:
                raise BadInput("tls:// needs three files: authority (--tls-ca), certificate (--tls-cert) and key (--tls-key)")
            for file in files:
                if file is not None and not file.is_file():
                    raise BadInput("there is no file {0}", file)
        elif any(files):
            raise BadInput("--tls-ca, --tls-cert and --tls-key are for tls://; the address is {0}", self.address)
        elif not self.insist and not is_loopback(host):
            raise BadInput(
                "{0}: plain TCP would let everyone on the network run code on these machines; use tls://, or insist on it"
                " (--plain-tcp) if you know that nobody else is there", self.address,
            )

    def is_here(self) -> bool:
        """Whether its workers may be on this machine: the scheduler is reached by loopback."""
        return is_loopback(parts_of(self.address)[1])

    def to_json(self) -> dict[str, Any]:
        """The document that ``from_json`` reads; paths of files, never their content."""
        files = {name: str(path) for name in ("ca", "certificate", "key") if (path := getattr(self, name)) is not None}
        return {"address": self.address, "names": list(self.names), "tags": list(self.tags), "insist": self.insist, **files}

    @staticmethod
    def from_json(document: object) -> Cluster:
        """Raises BadInput for what is none."""
        if not isinstance(document, Mapping) or not isinstance(document.get("address"), str):
            raise BadInput("cluster is {0}; an address is needed", document)
        words = {name: tuple(map(str, document.get(name, ()))) for name in ("names", "tags")}
        files = {name: Path(str(document[name])) for name in ("ca", "certificate", "key") if document.get(name)}
        return Cluster(document["address"], words["names"], words["tags"], insist=document.get("insist") is True, **files)


def parts_of(address: str) -> tuple[str, str, int]:
    """Scheme, host and port; "" and 0 for what is missing."""
    if "@" in address:  # a name or a password has no place in an address that is remembered
        return "", "", 0
    try:
        parts = urlsplit(address)
        found = parts.scheme, parts.hostname or "", parts.port or 0
    except ValueError:
        return "", "", 0
    else:
        return found


def is_loopback(host: str) -> bool:
    """Whether a host is this machine's own loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
