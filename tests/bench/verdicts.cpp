// SPDX-License-Identifier: GPL-3.0-or-later
// How long a verdict takes to be durable while a log of 100,000 generations is imported, as in the window:
// the import by the intake's thread, the verdicts by Urgent jobs of the store's. Exit 1 where the bar is
// missed.
#include "app/intake/intakeservice.h"
#include "app/store/database.h"
#include "app/store/reviews.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "app/store/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace assay;

namespace {

constexpr int kRows = 100'000;
constexpr int kEveryMs = 25;
constexpr double kMostMs = 100;

QByteArray line(int number)
{
    const QByteArray id = QByteArray::number(number);
    return R"({"type":"generation","v":1,"id":"g)" + id + R"(","ts":"2026-03-04T12:00:00.000Z","client":"c)" +
           QByteArray::number(number % 7) + R"(","asset":"a)" + QByteArray::number(number / 8) +
           R"(","model":"m-1","prompt":"three mugs on table number )" + id +
           R"(, morning light, seen from above","constraints":[{"id":"c1","kind":"count","text":"three mugs"}],)"
           R"("settings":{"steps":28,"seed":)" +
           id + R"(},"status":"ok","latency_ms":900,"cost":{"amount":"0.040000","currency":"USD"},)" +
           R"("image":"x/)" + id + ".png\"}\n";
}

void writeLog(const QString& path, int first, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("can't write %s", qPrintable(path));
    for (int i = 0; i < count; ++i)
        file.write(line(first + i));
}

Result<void> saveVerdict(const Database& database, int number)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Review review;
    review.externalId = QStringLiteral("r%1").arg(number);
    review.generation = GenerationId{1 + number % 1000};
    review.reviewedAt = systemClock()();
    review.reviewer = QStringLiteral("d");
    review.checks = {{QStringLiteral("c1"), Answer::Met}};
    const auto added = Reviews(database).add(review);
    if (!added)
        return added.error();
    return transaction->commit();
}

struct Measured
{
    std::vector<double> ms;
    int failed = 0;
};

QByteArray words(const Error& error)
{
    return (error.subject + u' ' + error.detail).toUtf8();
}

/// One verdict each 25 ms from now on, whatever became of the ones before.
void giveVerdicts(StoreWriter& writer, QTimer& timer, Measured& measured)
{
    QObject::connect(&timer, &QTimer::timeout, &writer, [&writer, &measured, given = 0]() mutable {
        auto begun = std::make_shared<QElapsedTimer>();
        begun->start();
        auto* watcher = new QFutureWatcher<Result<void>>(&writer);
        QObject::connect(watcher, &QFutureWatcherBase::finished, &writer, [watcher, begun, &measured] {
            measured.ms.push_back(double(begun->nsecsElapsed()) / 1e6);
            measured.failed += watcher->result().has_value() ? 0 : 1;
            watcher->deleteLater();
        });
        watcher->setFuture(
            writer.run<void>(StoreWriter::Priority::Urgent, [number = given++](const Database& database) {
                return saveVerdict(database, number);
            }));
    });
    timer.start(kEveryMs);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.assay"));
    if (const auto opened = openWorkspace(path); !opened)
        qFatal("%s", words(opened.error()).constData());
    auto writer = StoreWriter::start(path);
    if (!writer)
        qFatal("%s", words(writer.error()).constData());
    IntakeService intake(**writer, path);
    writeLog(folder.filePath(QStringLiteral("first.jsonl")), 0, 1000);
    writeLog(folder.filePath(QStringLiteral("all.jsonl")), 1000, kRows);
    Measured measured;
    QTimer verdicts;
    QElapsedTimer timer;
    int reports = 0;
    QObject::connect(&intake, &IntakeService::finished, &application, [&](const ImportReport& report) {
        if (++reports == 1) { // those that the verdicts are of
            timer.start();
            intake.importPaths({folder.filePath(QStringLiteral("all.jsonl"))});
            giveVerdicts(**writer, verdicts, measured);
            return;
        }
        if (report.counts.taken != kRows)
            qFatal("taken: %lld", report.counts.taken);
        QCoreApplication::quit();
    });
    QTimer::singleShot(500, &application, // the service opens the workspace first
                       [&] { intake.importPaths({folder.filePath(QStringLiteral("first.jsonl"))}); });
    QCoreApplication::exec();
    verdicts.stop();
    const double seconds = double(timer.elapsed()) / 1000;
    std::vector<double>& ms = measured.ms;
    if (ms.empty())
        qFatal("no verdict was stored");
    std::sort(ms.begin(), ms.end());
    const double p99 = ms[std::min(ms.size() - 1, ms.size() * 99 / 100)];
    std::printf(
        "verdicts: %zu while %d rows were imported in %.1f s: median %.1f ms, p99 %.1f ms (at most %.0f), "
        "longest %.1f ms, %d failed%s\n",
        ms.size(), kRows, seconds, ms[ms.size() / 2], p99, kMostMs, ms.back(), measured.failed,
        p99 <= kMostMs && measured.failed == 0 ? "" : "  MISSED");
    return p99 <= kMostMs && measured.failed == 0 ? 0 : 1;
}
