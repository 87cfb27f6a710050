// SPDX-License-Identifier: GPL-3.0-or-later
// RelinkDialog: where a folder is now. Looks for its images in the chosen place by their content, tells what
// was found, what is missing and what could be two files, and points the folder there when it is told to.
// GUI thread; never modal; deletes itself when closed, which ends a search. Nobody guesses: what is ambiguous
// stays missing.
#pragma once

#include "app/base/clock.h"
#include "app/intake/relink.h"
#include "ui/common/workspacereader.h"

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace assay {

class Banner;
class RelinkModel;
class StoreWriter;
class TextLabel;

struct RelinkRequest
{
    QString workspacePath;
    StoreWriter& writer; ///< outlives the dialog
    Clock clock;
    ImageRoot root;
};

class RelinkDialog : public QDialog
{
    Q_OBJECT

public:
    RelinkDialog(const RelinkRequest& request, QWidget* parent);
    ~RelinkDialog() override;

    ImageRootId root() const { return m_root.id; }
    /// Not while the new place is being stored.
    void reject() override;

signals:
    void relinked(const assay::ImageRoot& root);

private:
    struct Look
    {
        qsizetype images = 0; ///< of the root
        RelinkPlan plan;
    };

    QWidget* makePlaceRow();
    void makeTable(QVBoxLayout* column);
    void choose();
    void placeEdited();
    void lookThere();
    void showLook(const Result<Look>& look);
    void showFound(const Look& look);
    void showProblem(const QString& sentence, const QString& whatToDo);
    void relink();
    void finish(const Result<void>& stored);
    void setBusy(bool isBusy);

    StoreWriter& m_writer;
    Clock m_clock;
    ImageRoot m_root;
    QString m_looked; ///< the folder that the plan is about
    RelinkPlan m_plan;
    bool m_isStoring = false;
    int m_asked = 0; ///< the number of the newest search
    std::stop_source m_stop;
    QLineEdit* m_place = nullptr;
    QPushButton* m_look = nullptr;
    TextLabel* m_words;
    QProgressBar* m_bar;
    Banner* m_banner;
    RelinkModel* m_model;
    QTableView* m_table = nullptr;
    QPushButton* m_relink = nullptr;
    WorkspaceReader m_reader; ///< goes first
};

} // namespace assay
