"""Choose who counts: this process, several processes, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from glossary.errors import RequestError
from glossary.extraction.corpus import SMALL, Workers, corpus_files
from glossary.interface import _


def workers(
    paths: Sequence[Path], *, jobs: int | None = None, scheduler: str = ""
) -> AbstractContextManager[Workers] | None:
    """Give who counts the articles at `paths`; None is this process, for which no other is needed.

    `jobs` is the number of processes, None for the cores that this process may use, or for one
    where the corpus is small. `scheduler` is the address of a Dask cluster, which replaces them.
    Raises RequestError for both at once, WorkerError for a cluster that cannot be reached.
    """
    if jobs is not None and scheduler:
        raise RequestError(
            _("jobs are processes of this machine, a scheduler has its own workers"),
            hint=_("Give either --jobs or --scheduler."),
        )
    if scheduler:
        from glossary.extraction.cluster import Cluster

        return Cluster(scheduler)
    if jobs is None and sum(file.size for file in corpus_files(paths)) <= SMALL:
        return None
    from glossary.extraction.processes import Processes, available_cores

    count = jobs or available_cores()
    return Processes(count) if count > 1 else None
