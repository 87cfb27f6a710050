// SPDX-License-Identifier: GPL-3.0-or-later
// AboutDialog: name, version, licence and what it is built with. GUI thread; never modal.
#pragma once

#include <QDialog>

namespace assay {

class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace assay
