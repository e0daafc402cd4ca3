"""Settings come from the environment, and other computers only reach the server when allowed."""

from pathlib import Path

import pytest

from ui.settings import OpenNetworkRefused, Settings, from_environment, require_allowed


def test_without_environment_everything_is_in_the_data_folder():
    assert from_environment({}) == Settings()


def test_the_database_follows_the_data_folder(tmp_path):
    settings = from_environment({"PSD_DATA_DIR": str(tmp_path)})

    assert (settings.data_dir, settings.db) == (tmp_path, tmp_path / "strategy.duckdb")


def test_the_database_may_be_elsewhere(tmp_path):
    assert from_environment({"PSD_DB": str(tmp_path / "x.duckdb")}).db == tmp_path / "x.duckdb"


def test_the_public_is_told_apart_only_when_the_office_says_so():
    assert from_environment({"PSD_PUBLIC": "1"}).public
    assert not from_environment({"PSD_PUBLIC": "yes"}).public


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.9", "localhost", "::1", "[::1]"])
def test_this_computer_is_always_allowed(address):
    assert require_allowed(Settings(), address) is None


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "10.0.0.5", "dashboard.go.th"])
def test_a_network_is_refused_until_allowed(address):
    with pytest.raises(OpenNetworkRefused, match="PSD_ALLOW_NETWORK=1"):
        require_allowed(Settings(), address)

    assert require_allowed(Settings(allow_network=True), address) is None


def test_only_a_one_allows_the_network():
    assert not from_environment({"PSD_ALLOW_NETWORK": "0"}).allow_network
    assert from_environment({"PSD_ALLOW_NETWORK": "1"}).allow_network


def test_the_committed_configuration_binds_to_this_computer_and_calls_nobody():
    import tomllib

    root = Path(__file__).parents[2]
    config = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert config["server"]["address"] == "127.0.0.1"
    assert set(config["server"]["allowedHosts"]) == {"127.0.0.1", "localhost"}
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert all(
        (root / face["url"].removeprefix("app/")).is_file() for face in config["theme"]["fontFaces"]
    )
