"""What tests of the kept site share: a host that can die and come back."""

import pytest

from stoppable_host import host_of


@pytest.fixture
def host(subpath_site, tmp_path):
    """The site below a path of a host, which begins well."""
    with host_of(subpath_site.folder, tmp_path, subpath_site.address) as host:
        yield host
