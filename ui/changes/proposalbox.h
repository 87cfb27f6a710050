// SPDX-License-Identifier: GPL-3.0-or-later
// ProposalBox: "Was this a change?": one new model and template after the other, to be confirmed or not. GUI
// thread. It stores nothing; hidden while there is nothing to ask.
#pragma once

#include "app/metrics/changeproposal.h"
#include "ui/common/surface.h"

class QPushButton;

namespace assay {

class TextLabel;

class ProposalBox : public Surface
{
    Q_OBJECT

public:
    explicit ProposalBox(QWidget* parent = nullptr);

    /// The newest is asked first. A change that names no client is everybody's, which has to be said where
    /// there are several.
    void setProposals(const std::vector<ChangeProposal>& proposals, bool hasSeveralClients);
    void setBusy(bool isBusy); ///< an answer is being stored

signals:
    void confirmed(const assay::ChangeProposal& proposal);
    void dismissed(const assay::ChangeProposal& proposal);

private:
    std::vector<ChangeProposal> m_proposals; ///< newest first
    TextLabel* m_title;
    TextLabel* m_words;
    QPushButton* m_yes;
    QPushButton* m_no;
};

} // namespace assay
