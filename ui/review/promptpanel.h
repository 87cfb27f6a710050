// SPDX-License-Identifier: GPL-3.0-or-later
// PromptPanel: the prompt under its heading, and below it what else is known of how the image was made
// (negative prompt, settings, where it comes from), folded away until asked for. At most as high as it is
// told; then it scrolls. GUI thread.
#pragma once

#include "app/domain/generation.h"

#include "ui/common/surface.h"

class QScrollArea;
class QVBoxLayout;

namespace assay {

class FoldButton;
class OpenImage;
class PromptView;
class TextLabel;

class PromptPanel : public Surface
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    explicit PromptPanel(OpenImage& image, QWidget* parent = nullptr);

    bool areDetailsShown() const { return m_areDetailsShown; }
    void setDetailsShown(bool isShown);
    void setHeightLimit(int pixels);
    void setDensity(Density density);

signals:
    void detailsToggled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeading();
    void showImage();
    void showDetails();
    void fitHeight();

    OpenImage& m_image;
    PromptView* m_prompt;
    TextLabel* m_legend;
    QWidget* m_details;
    QVBoxLayout* m_detailRows;
    QScrollArea* m_scroll;
    QWidget* m_heading = nullptr;
    FoldButton* m_fold = nullptr;
    int m_heightLimit = 320;
    bool m_areDetailsShown = false;
};

} // namespace assay
