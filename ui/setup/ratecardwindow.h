// SPDX-License-Identifier: GPL-3.0-or-later
// RateCardWindow: the rates by which costs are estimated where no log says them, how many generations they
// price, and whether that is being counted anew. GUI thread; counting is the keeper's.
#pragma once

#include "app/store/rates.h"
#include "ui/common/listwindow.h"
#include "ui/common/workspacereader.h"
#include "ui/setup/ratemodel.h"

namespace assay {

class RateKeeper;
class StoreWriter;
class TextLabel;

struct RateCardRequest
{
    QString workspacePath;
    StoreWriter& writer; ///< both outlive the window
    RateKeeper& keeper;
    QTimeZone zone;
    std::function<QStringList()> clients; ///< names to suggest
};

class RateCardWindow : public ListWindow
{
    Q_OBJECT

public:
    RateCardWindow(const RateCardRequest& request, QWidget* parent);

protected:
    void currentRowChanged() override;

private:
    void reload();
    void showCard(const Result<RateCard>& card);
    void showCoverage();
    void addRate();
    void removeRate();
    void store(std::function<Result<void>(const Database&)> job, const QString& rate);

    RateCardRequest m_request;
    RateModel* m_model;
    TextLabel* m_coverage;
    QPushButton* m_remove = nullptr;
    WorkspaceReader m_reader; ///< goes first
};

} // namespace assay
