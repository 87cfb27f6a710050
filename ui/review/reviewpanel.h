// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewPanel: the right side of the review page: whose image, prompt, checklist, and the verdict bar that
// never scrolls away. GUI thread, owned by the page. It arranges; what it shows comes from the open image.
#pragma once

#include "ui/common/surface.h"

namespace assay {

class ChecklistPanel;
class ImageHeader;
class OpenImage;
class PromptPanel;
class ReviewActions;
class VerdictBar;

class ReviewPanel : public Surface
{
    Q_OBJECT

public:
    ReviewPanel(OpenImage& image, const ReviewActions& actions, QWidget* parent = nullptr);

    enum class Width { Regular, Narrow };
    enum class Height { Regular, Short };
    void setRoom(Width width, Height height);

    ImageHeader* header() const { return m_header; }
    PromptPanel* prompt() const { return m_prompt; }
    ChecklistPanel* checklist() const { return m_checklist; }
    VerdictBar* verdicts() const { return m_verdicts; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ImageHeader* m_header;
    PromptPanel* m_prompt;
    ChecklistPanel* m_checklist;
    VerdictBar* m_verdicts;
};

} // namespace assay
