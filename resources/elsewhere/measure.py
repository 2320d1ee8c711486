"""Times the networks of this folder on this machine. Needs Python 3.8 or newer, numpy and onnxruntime; nothing else, no network.

    python measure.py                          every network, 1 thread, CPU
    python measure.py --threads 4              as many threads
    python measure.py --provider CUDA          another execution provider of onnxruntime (CUDA, TensorRT, OpenVINO, XNNPACK, …)
    python measure.py --tool trtexec           NVIDIA's trtexec instead of onnxruntime (times only, answers are not compared)
    python measure.py --tool benchmark_app     OpenVINO's benchmark_app (median only)

Each network's answer to the input in this folder is compared with PyTorch's before it is timed. Warm-up of 10 runs and half a
second, then runs stamped one by one: 50 and one second at least. The result is one file, results-….json, to be carried back and
read with `main.py join`. It is written after each network: stopped, the same command goes on with the next.
"""

import argparse
import datetime
import gc
import hashlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FORMAT, VERSION = "architecture-explorer/times", 1
TOLERANCE = {"CPUExecutionProvider": 1e-4}
LOOSE = 2e-2  # other providers may compute in TF32 or half precision


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="networks of manifest.json; all by default")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--provider", default="CPU")
    parser.add_argument("--tool", default="onnxruntime", choices=("onnxruntime", "trtexec", "benchmark_app"))
    parser.add_argument("--machine", default="", help="a name for this machine in the results")
    parser.add_argument("--warmup-s", type=float, default=0.5)
    parser.add_argument("--min-runs", type=int, default=50)
    parser.add_argument("--min-s", type=float, default=1.0)
    parser.add_argument("--max-s", type=float, default=20.0)
    options = parser.parse_args()
    with open(os.path.join(HERE, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    known = [entry["name"] for entry in manifest["entries"]]
    for name in options.names:
        if name not in known:
            sys.exit("no network named %s here; there are: %s" % (name, ", ".join(known)))
    if not 1 <= options.threads <= (os.cpu_count() or 1):
        sys.exit("--threads %d is not allowed; allowed: 1 to %d" % (options.threads, os.cpu_count() or 1))
    run = {"onnxruntime": by_onnxruntime, "trtexec": by_trtexec, "benchmark_app": by_benchmark_app}[options.tool]
    card = machine(options)
    target = os.path.join(HERE, "results-%s.json" % "-".join(
        word for word in (plain(card["host"]), options.tool, plain(options.provider), "%dthreads" % options.threads) if word
    ))
    results = earlier(target)
    done = {entry["digest"] for entry in results}
    failed = 0
    for entry in manifest["entries"]:
        if (options.names and entry["name"] not in options.names) or entry["digest"] in done:
            continue
        try:
            found = run(entry, options, card)
        except Failure as error:
            failed += 1
            print("%s: %s" % (entry["name"], error), file=sys.stderr)
            continue
        results.append(found)
        write(target, {"format": FORMAT, "version": VERSION, "bundle": manifest["bundle"], "entries": results})
        samples = found["samples_ms"]
        print("%s: median %.3f ms, %d runs" % (entry["name"], statistics.median(samples), len(samples)))
    print("results: %s" % target)
    return 1 if failed else 0


class Failure(Exception):
    """Why there is no time of a network."""


def by_onnxruntime(entry, options, card):
    import numpy
    import onnxruntime

    wanted = options.provider if options.provider.endswith("ExecutionProvider") else options.provider + "ExecutionProvider"
    there = {name.lower(): name for name in onnxruntime.get_available_providers()}
    if wanted.lower() not in there:
        raise Failure("no provider %s in this onnxruntime; there are: %s" % (options.provider, ", ".join(there.values())))
    provider = there[wanted.lower()]
    content = checked(entry)
    session_options = onnxruntime.SessionOptions()
    session_options.intra_op_num_threads, session_options.inter_op_num_threads = options.threads, 1
    session_options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(content, session_options, providers=[provider])
    except Exception as error:  # whatever a provider throws is why there is no time
        raise Failure("onnxruntime cannot load it: %s" % first_line(error)) from error
    if session.get_providers()[0] != provider:
        raise Failure("onnxruntime fell back to %s" % session.get_providers()[0])
    feed = {session.get_inputs()[0].name: numpy.load(os.path.join(HERE, entry["input_file"]))}
    answer = session.run(None, feed)[0]
    expected = numpy.load(os.path.join(HERE, entry["answer_file"]))
    size = float(numpy.abs(expected).max()) or 1.0
    relative = float(numpy.abs(answer - expected).max()) / size
    tolerance = TOLERANCE.get(provider, LOOSE)
    if not relative <= tolerance:
        raise Failure("its answer differs from PyTorch's by %.2g of the largest; at most %g is allowed" % (relative, tolerance))
    warm, samples, cpu_wall = timed(lambda: session.run(None, feed), options)
    versions = {"onnxruntime": onnxruntime.__version__, "numpy": numpy.__version__}
    return result(entry, options, card, samples, warm, cpu_wall, "ONNX Runtime (%s)" % provider, versions,
                  {"max_rel": relative, "tolerance": tolerance, "passed": True})


def timed(run, options):
    """Warm-up runs, the time of each run in ms, CPU time over wall time."""
    start, warm = time.perf_counter(), 0
    while warm < 10 or time.perf_counter() - start < options.warmup_s:
        run()
        warm += 1
        if time.perf_counter() - start > options.max_s:
            break
    gc.collect()
    gc.disable()
    samples = []
    cpu, start = time.process_time(), time.perf_counter()
    while True:
        before = time.perf_counter()
        run()
        after = time.perf_counter()
        samples.append((after - before) * 1e3)
        elapsed = after - start
        if elapsed >= options.max_s or (len(samples) >= options.min_runs and elapsed >= options.min_s):
            break
    gc.enable()
    return warm, samples, (time.process_time() - cpu) / (time.perf_counter() - start)


def by_trtexec(entry, options, card):
    tool = there_is("trtexec")
    checked(entry)
    with tempfile.TemporaryDirectory() as folder:
        times = os.path.join(folder, "times.json")
        ended(subprocess.run([
            tool, "--onnx=" + os.path.join(HERE, entry["file"]), "--exportTimes=" + times, "--noTF32", "--useSpinWait",
            "--warmUp=%d" % (1000 * options.warmup_s), "--duration=%g" % options.min_s, "--iterations=%d" % options.min_runs,
        ], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False))
        try:
            samples = [float(run["computeMs"]) for run in read(times)]
        except (KeyError, TypeError, ValueError) as error:
            raise Failure("trtexec's times cannot be read: %s" % error) from error
    card = dict(card, device="cuda:0")
    return result(entry, options, card, samples, 0, None, "TensorRT (trtexec, compute time)", {}, None)


def by_benchmark_app(entry, options, card):
    tool = there_is("benchmark_app")
    checked(entry)
    with tempfile.TemporaryDirectory() as folder:
        ended(subprocess.run([
            tool, "-m", os.path.join(HERE, entry["file"]), "-d", "CPU", "-hint", "none", "-api", "sync",
            "-nthreads", str(options.threads), "-nstreams", "1", "-t", str(max(1, round(options.min_s))),
            "-infer_precision", "f32", "-report_type", "no_counters", "-json_stats", "-report_folder", folder,
        ], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False))
        report = read(os.path.join(folder, "benchmark_report.json"))["execution_results"]
    try:
        median, runs = float(report["latency (ms)"]), int(report["total number of iterations"])
    except (KeyError, ValueError) as error:
        raise Failure("benchmark_app's report has no median: %s" % error) from error
    found = result(entry, options, card, [median], 0, None, "OpenVINO (benchmark_app)", {}, None)
    return dict(found, told={"median_ms": median, "runs": runs})


def result(entry, options, card, samples, warm, cpu_wall, runtime, versions, check):
    return {
        "name": entry["name"], "digest": entry["digest"], "recipe": entry["recipe"], "macs": entry["macs"],
        "input": entry["input"], "sha256": entry["sha256"], "samples_ms": samples, "warmup_runs": warm, "cpu_wall": cpu_wall,
        "check": check,
        "started": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "settings": {
            "device": card["device"], "threads": options.threads, "batch": entry["input"][0], "dtype": "float32",
            "warmup_s": options.warmup_s, "min_runs": options.min_runs, "min_s": options.min_s, "max_s": options.max_s,
        },
        "fingerprint": dict(card, runtime=runtime, threads=options.threads, **versions),
    }


def machine(options):
    cpu = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            names = [line.partition(":")[2].strip() for line in file if line.lower().startswith(("model name", "hardware"))]
        cpu = names[-1] if names else cpu
    except OSError:
        names = []
    try:
        with open("/proc/device-tree/model", encoding="utf-8", errors="replace") as file:
            board = file.read().strip("\0 \n")
    except OSError:
        board = ""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    card = {
        "host": options.machine or platform.node(), "cpu": cpu, "cores": os.cpu_count() or 1, "usable_cores": usable,
        "os": platform.platform(), "python": platform.python_version(), "device": "cpu", "device_name": board or cpu,
    }
    return dict(card, board=board) if board else card


def checked(entry):
    with open(os.path.join(HERE, entry["file"]), "rb") as file:
        content = file.read()
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise Failure("the file %s is not the one that was written; copy the folder again" % entry["file"])
    return content


def there_is(name):
    tool = shutil.which(name)
    if tool is None:
        raise Failure("no %s on this machine" % name)
    return tool


def ended(process):
    if process.returncode:
        lines = process.stdout.decode(errors="replace").strip().splitlines()
        raise Failure("%s failed: %s" % (os.path.basename(process.args[0]), lines[-1] if lines else process.returncode))


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise Failure("no report was written: %s" % error) from error


def earlier(target):
    try:
        with open(target, encoding="utf-8") as file:
            document = json.load(file)
    except OSError:
        return []
    return document["entries"] if document.get("format") == FORMAT else []


def write(target, document):
    part = target + ".part"
    with open(part, "w", encoding="utf-8") as file:
        json.dump(document, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, target)


def plain(text):
    return "".join(sign if sign.isalnum() else "-" for sign in text).strip("-").lower()


def first_line(error):
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


if __name__ == "__main__":
    sys.exit(main())
