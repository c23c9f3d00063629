"""Let a worker tell what runs the tests less of each: five messages of a test took both their time.

What passed is told once, with its test; `--durations` and reports in XML want all of it.
"""


def tell_less(config):
    """Send no more of what passes than that it did, where this is a worker."""
    if not hasattr(config, "workerinput") or config.option.durations or config.option.xmlpath:
        return
    plugins = config.pluginmanager.get_plugins()
    (worker,) = (one for one in plugins if type(one).__name__ == "WorkerInteractor")
    send = worker.sendevent

    def sent(name, **told):
        if name != "logstart" and not (name == "testreport" and _says_nothing(told["data"])):
            send(name, **told)

    worker.sendevent = sent


def _says_nothing(report):
    """Whether it is of what is made for a test, or put away after it, as it should be."""
    return report["outcome"] == "passed" and report["when"] != "call"
