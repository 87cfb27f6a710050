// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importprogress.h"

#include "app/base/jsontext.h"
#include "app/cli/command.h"

#include <QFileInfo>

#include <cstdio>
#include <unistd.h>

namespace assay {

namespace {

constexpr qint64 kProgressMs = 200;

/// Draws and at its end clears one line of a terminal; nothing where stderr is none.
class ProgressLine
{
public:
    ProgressLine()
        : m_isTerminal(isatty(STDERR_FILENO) == 1)
    {
        m_timer.start();
    }
    ~ProgressLine() { write(QByteArrayLiteral("\r\033[K")); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const ImportProgress& progress)
    {
        if (!m_isTerminal || m_timer.elapsed() < kProgressMs)
            return;
        m_timer.restart();
        const QString text = Cli::tr("%1 of %2, %3 a second, %4")
                                 .arg(progress.done)
                                 .arg(progress.total)
                                 .arg(qRound64(progress.perSecond))
                                 .arg(QFileInfo(progress.source).fileName());
        write(QByteArrayLiteral("\r\033[K") + text.left(78).toUtf8());
    }

private:
    void write(const QByteArray& bytes) const
    {
        if (m_isTerminal)
            std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    }

    bool m_isTerminal;
    QElapsedTimer m_timer;
};

QString countLine(const QString& word, qint64 count, const QString& remark = {})
{
    const QString line = QStringLiteral("%1 %2").arg(word, -12).arg(count, 9);
    return (remark.isEmpty() ? line : line + QStringLiteral("  ") + remark) + u'\n';
}

} // namespace

Result<ImportReport> runImporter(Importer& importer)
{
    ProgressLine line;
    while (importer.hasWork()) {
        if (const auto stepped = importer.step(); !stepped)
            return stepped.error();
        line.show(importer.progress());
    }
    return importer.takeReport();
}

QString problemJson(const ImportProblem& problem)
{
    JsonObjectText json;
    json.addText(QLatin1String("source"), problem.source);
    if (problem.line)
        json.addInteger(QLatin1String("line"), *problem.line);
    Error error = problem.error;
    error.subject.clear();
    json.addText(QLatin1String("reason"), problemText(error));
    return json.text();
}

QString problemText(const ImportProblem& problem)
{
    Error error = problem.error;
    error.subject = problem.source;
    if (problem.line)
        error.subject += u':' + QString::number(*problem.line);
    return problemText(error);
}

QString reportText(const ImportReport& report)
{
    QString text = countLine(Cli::tr("taken"), report.counts.taken);
    text += countLine(Cli::tr("known"), report.counts.known);
    text += countLine(Cli::tr("incomplete"), report.counts.incomplete,
                      report.counts.incomplete > 0 ? Cli::tr("taken without a prompt") : QString());
    text += countLine(Cli::tr("refused"), report.counts.refused);
    for (const ImportProblem& problem : report.problems)
        text += QStringLiteral("  ") + problemText(problem) + u'\n';
    const qint64 more = report.counts.refused - report.problems.size();
    if (more > 0)
        text += QStringLiteral("  ") + Cli::tr("and %1 more").arg(more) + u'\n';
    const double seconds = double(report.took.count()) / 1000;
    return text + Cli::tr("%1 seconds").arg(seconds, 0, 'f', 1) + u'\n';
}

QString reportJson(const ImportReport& report)
{
    QString problems;
    for (const ImportProblem& problem : report.problems)
        problems += (problems.isEmpty() ? QString() : QStringLiteral(",")) + problemJson(problem);
    JsonObjectText json;
    json.addInteger(QLatin1String("taken"), report.counts.taken);
    json.addInteger(QLatin1String("known"), report.counts.known);
    json.addInteger(QLatin1String("incomplete"), report.counts.incomplete);
    json.addInteger(QLatin1String("refused"), report.counts.refused);
    json.addRaw(QLatin1String("problems"), QString(u'[' + problems + u']'));
    json.addNumber(QLatin1String("seconds"), double(report.took.count()) / 1000);
    return json.text();
}

} // namespace assay
