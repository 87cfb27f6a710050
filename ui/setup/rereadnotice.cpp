// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/rereadnotice.h"

#include "app/intake/metadatarereader.h"
#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/setup/importreportdialog.h"

#include <QPushButton>

namespace assay {

RereadNotice::RereadNotice(MetadataRereader& rereader, Banner& banner)
    : m_rereader(rereader)
    , m_banner(banner)
{
    connect(&rereader, &MetadataRereader::progressed, this, &RereadNotice::showProgress);
    connect(&rereader, &MetadataRereader::finished, this, &RereadNotice::showReport);
    connect(&rereader, &MetadataRereader::failed, this, &RereadNotice::showProblem);
}

void RereadNotice::showProgress(qsizetype done, qsizetype total)
{
    m_banner.showMessage(
        Banner::Kind::Note,
        tr("Metadata is read again: %1 of %2 images.").arg(formatCount(done), formatCount(total)));
    QPushButton* cancel = m_banner.addButton(tr("Cancel"), ButtonKind::Small);
    cancel->setObjectName(QStringLiteral("rereadCancel"));
    connect(cancel, &QPushButton::clicked, &m_rereader, &MetadataRereader::cancel);
}

void RereadNotice::showReport(const RereadReport& report)
{
    const qsizetype notRead = report.problems.size();
    QString sentence = tr("The metadata of %1 images was read again, %2 are different now.")
                           .arg(formatCount(report.read), formatCount(report.changed.size()));
    if (notRead > 0)
        sentence += u' ' + tr("%1 could not be read.").arg(formatCount(notRead));
    m_banner.showMessage(notRead > 0 ? Banner::Kind::Warning : Banner::Kind::Note, sentence);
    QPushButton* show = m_banner.addButton(tr("Report"), ButtonKind::Small);
    show->setObjectName(QStringLiteral("rereadReport"));
    connect(show, &QPushButton::clicked, this,
            [this, report] { (new ImportReportDialog(report, m_banner.window()))->show(); });
    QPushButton* close = m_banner.addButton(tr("Close"), ButtonKind::Small);
    close->setObjectName(QStringLiteral("rereadClose"));
    connect(close, &QPushButton::clicked, &m_banner, &QWidget::hide);
}

void RereadNotice::showProblem(const Error& error)
{
    const Problem problem = describe(error, Attempt::ReadQueue);
    m_banner.showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
}

} // namespace assay
