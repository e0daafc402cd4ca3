"""The few things an office may set, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class OpenNetworkRefused(Exception):
    """The server was asked to listen beyond this computer without the office saying so."""

    def __init__(self, address: str | None) -> None:
        self.address = address
        shown = address or "every network interface"
        super().__init__(
            f"Refusing to listen on {shown}: other computers could read the figures.\n"
            "ไม่เปิดให้เครื่องอื่นเข้าถึง เพราะยังไม่ได้ตั้งค่าอนุญาต\n"
            "Keep --server.address 127.0.0.1, or set PSD_ALLOW_NETWORK=1 and name the machine in "
            "server.allowedHosts (ให้ตั้ง PSD_ALLOW_NETWORK=1 เมื่อผู้ดูแลเครือข่ายอนุญาตแล้ว)."
        )


@dataclass(frozen=True)
class Settings:
    """Where the figures live, who may reach them, and whether readers are the public.

    The public reads: it has no pages that take anything in or tell of persons, and no source files.
    """

    db: Path = ROOT / "data" / "strategy.duckdb"
    data_dir: Path = ROOT / "data"
    allow_network: bool = False
    public: bool = False


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Settings from PSD_DB, PSD_DATA_DIR, PSD_ALLOW_NETWORK and PSD_PUBLIC.

    The database follows the folder.
    """
    data_dir = Path(environ.get("PSD_DATA_DIR") or Settings.data_dir).resolve()
    return Settings(
        db=Path(environ.get("PSD_DB") or data_dir / "strategy.duckdb").resolve(),
        data_dir=data_dir,
        allow_network=environ.get("PSD_ALLOW_NETWORK", "") == "1",
        public=environ.get("PSD_PUBLIC", "") == "1",
    )


@cache
def load() -> Settings:
    """The settings of this process."""
    return from_environment(os.environ)


def require_allowed(settings: Settings, address: str | None) -> None:
    """Raise OpenNetworkRefused when `address` (None: all) is not this computer and not allowed."""
    if not settings.allow_network and not _is_loopback(address):
        raise OpenNetworkRefused(address)


def _is_loopback(address: str | None) -> bool:
    if not address:
        return False
    if address == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False
