// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/importstatus.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kBarWidth = 96;
constexpr double kLongestSeconds = 30.0 * 24 * 3600; ///< what takes longer has stalled

int percent(const ImportProgress& progress)
{
    if (progress.total <= 0)
        return 0;
    return int(qBound(qint64(0), progress.done * 100 / progress.total, qint64(100)));
}

/// In whole steps, so that it does not flicker; nothing near the end and where nothing can be told.
std::optional<Milliseconds> timeLeft(const ImportProgress& progress)
{
    constexpr qint64 kShortest = 5;
    if (progress.perSecond <= 0 || progress.total <= progress.done)
        return std::nullopt;
    const double seconds = double(progress.total - progress.done) / progress.perSecond;
    if (seconds < kShortest || seconds > kLongestSeconds)
        return std::nullopt;
    const qint64 step = seconds < 60 ? kShortest : seconds < 600 ? 30 : 60;
    return Milliseconds((qint64(seconds) + step - 1) / step * step * 1000);
}

} // namespace

ImportStatus::ImportStatus(QWidget* parent)
    : QWidget(parent)
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeButton(tr("Cancel"), ButtonKind::Link, QString(), this))
    , m_report(makeButton(tr("Report"), ButtonKind::Link, QString(), this))
{
    setObjectName(QStringLiteral("importStatus"));
    m_words->setObjectName(QStringLiteral("importWords"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setAccessibleName(tr("Import progress"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAccessibleName(tr("Cancel the import"));
    m_report->setObjectName(QStringLiteral("importReport"));
    m_report->setAccessibleName(tr("Show the import report"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    for (QWidget* part : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_bar),
                          static_cast<QWidget*>(m_cancel), static_cast<QWidget*>(m_report)})
        row->addWidget(part);
    connect(m_cancel, &QPushButton::clicked, this, &ImportStatus::cancelRequested);
    connect(m_report, &QPushButton::clicked, this, &ImportStatus::reportRequested);
    hide();
}

void ImportStatus::showProgress(const ImportProgress& progress)
{
    QString words = tr("Taking in %1 of %2, %3 per second")
                        .arg(formatCount(progress.done), formatCount(progress.total),
                             formatCount(qRound64(progress.perSecond)));
    if (const auto left = timeLeft(progress))
        words += tr(", about %1 left").arg(formatDuration(*left));
    m_words->setText(words);
    m_words->setToolTip(plainToolTip(progress.source));
    m_bar->setValue(percent(progress));
    m_bar->show();
    m_cancel->show();
    m_report->hide();
    show();
}

void ImportStatus::showReport(const ImportReport& report)
{
    m_words->setText(importSummary(report));
    m_words->setToolTip({});
    m_bar->hide();
    m_cancel->hide();
    m_report->setVisible(m_isReportOffered);
    show();
}

QString importSummary(const ImportReport& report)
{
    const auto words = [](const char* text, qint64 count) {
        return QCoreApplication::translate("assay::ImportStatus", text).arg(formatCount(count));
    };
    QStringList parts;
    if (report.counts.taken > 0 || report.counts.refused > 0)
        parts << words(QT_TRANSLATE_NOOP("assay::ImportStatus", "%1 taken in"), report.counts.taken);
    else
        parts << words(QT_TRANSLATE_NOOP("assay::ImportStatus", "Nothing new, %1 known"),
                       report.counts.known);
    if (report.counts.refused > 0)
        parts << words(QT_TRANSLATE_NOOP("assay::ImportStatus", "%1 refused"), report.counts.refused);
    if (report.end == ImportReport::End::Cancelled)
        parts << QCoreApplication::translate("assay::ImportStatus", "cancelled");
    return parts.join(QStringLiteral(", "));
}

} // namespace assay
