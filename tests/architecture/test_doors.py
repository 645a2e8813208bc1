import importlib
import pkgutil
from types import ModuleType

import pytest

import rockettrainer


def _packages() -> list[str]:
    found = pkgutil.walk_packages(rockettrainer.__path__, "rockettrainer.")
    return ["rockettrainer", *(module.name for module in found if module.ispkg)]


def _public(package: ModuleType) -> set[str]:
    return {
        name
        for name, value in vars(package).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }


@pytest.mark.parametrize("name", _packages())
def test_a_package_shows_what_its_door_lists(name: str) -> None:
    package = importlib.import_module(name)
    exported = getattr(package, "__all__", [])
    assert _public(package) == {item for item in exported if not item.startswith("_")}
    assert len(exported) == len(set(exported))
    assert all(hasattr(package, item) for item in exported)


@pytest.mark.parametrize("name", _packages())
def test_modules_behind_a_door_are_private(name: str) -> None:
    package = importlib.import_module(name)
    modules = [m.name for m in pkgutil.iter_modules(package.__path__) if not m.ispkg]
    assert [module for module in modules if not module.startswith("_")] == []
