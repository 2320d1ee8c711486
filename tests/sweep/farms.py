"""A scheduler and its workers on loopback, in processes of their own, for tests; certificates for them."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

import psutil
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).resolve().parents[2]
UP_S = 60
PAUSE = threading.Event()  # never set: between two looks at a file that another process writes


@dataclass
class Farm:
    """A scheduler and workers of one test."""

    folder: Path
    security: tuple[str, ...] = ()
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    port: int = 0

    @property
    def address(self) -> str:
        return f"{'tls' if self.security else 'tcp'}://127.0.0.1:{self.port}"

    def scheduler(self) -> None:
        file = self.folder / "scheduler.json"
        file.unlink(missing_ok=True)
        self._start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--scheduler-file", str(file))
        self._wait(file.exists)
        self.port = int(json.loads(file.read_text(encoding="utf-8"))["address"].rpartition(":")[2])

    def worker(self, name: str, resources: str = "") -> None:
        offered = ("--resources", resources) if resources else ()
        self._start(
            name, "worker", self.address, "--name", name, "--nthreads", "1", "--no-nanny", "--death-timeout", "20",
            "--local-directory", str(self.folder / name), *offered,
        )
        log = self.folder / f"{name}.log"
        self._wait(lambda: "Registered to:" in log.read_text(encoding="utf-8", errors="replace"))

    def kill(self, name: str) -> None:
        process = self.processes.pop(name)
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.wait()
        psutil.wait_procs(children, timeout=10)

    def close(self) -> None:
        for process in reversed(list(self.processes.values())):
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(2)  # one whose scheduler is gone looks for it for long
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, name: str, *words: str) -> None:
        with (self.folder / f"{name}.log").open("wb") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, "--no-dashboard", *self.security], stdout=log, stderr=log, cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + UP_S
        while not until():
            assert time.monotonic() < end, "the cluster did not come up"
            PAUSE.wait(0.05)


def _certificate(folder: Path, name: str, issuer: tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None) -> tuple[
    x509.Certificate, ec.EllipticCurvePrivateKey
]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    )
    signed = builder.sign(issuer[1] if issuer else key, hashes.SHA256())
    (folder / f"{name}.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (folder / f"{name}.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return signed, key


def tls(folder: Path, prefix: str = "") -> tuple[str, str, str]:
    """Authority, certificate and key as PEM files in a folder."""
    authority = _certificate(folder, f"{prefix}ca", None)
    _certificate(folder, f"{prefix}node", authority)
    return tuple(str(folder / f"{prefix}{name}") for name in ("ca.pem", "node.pem", "node.key"))  # type: ignore[return-value]
