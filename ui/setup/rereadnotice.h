// SPDX-License-Identifier: GPL-3.0-or-later
// RereadNotice: how far reading metadata again is, with Cancel, and what came of it, in a banner. GUI thread.
#pragma once

#include "app/intake/reread.h"

#include <QObject>

namespace assay {

class Banner;
class MetadataRereader;

class RereadNotice : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the notice. The report opens above the banner's window.
    RereadNotice(MetadataRereader& rereader, Banner& banner);

private:
    void showProgress(qsizetype done, qsizetype total);
    void showReport(const RereadReport& report);
    void showProblem(const Error& error);

    MetadataRereader& m_rereader;
    Banner& m_banner;
};

} // namespace assay
