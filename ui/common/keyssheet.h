// SPDX-License-Identifier: GPL-3.0-or-later
// KeysSheet: every action that has a key, grouped, as bound when the sheet is shown. GUI thread; never modal.
#pragma once

#include <QDialog>

class QAction;

namespace assay {

struct ActionGroup
{
    QString title;
    QList<QAction*> actions;
};

class KeysSheet : public QDialog
{
    Q_OBJECT

public:
    KeysSheet(const QList<ActionGroup>& groups, QWidget* parent);
};

} // namespace assay
