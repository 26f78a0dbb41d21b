// Cites a reference in Wagtail's text editor: chosen in Wagtail's own window, shown by
// its short name, kept as its key.
(() => {
  const { React, DraftJS, draftail } = window;

  class CitationSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrl,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ id, name }) {
      const { editorState, entityType, onComplete } = this.props;
      const selection = editorState.getSelection();
      // After what is selected, never in its place.
      const end = selection.merge({
        anchorKey: selection.getEndKey(),
        anchorOffset: selection.getEndOffset(),
        focusKey: selection.getEndKey(),
        focusOffset: selection.getEndOffset(),
        isBackward: false,
      });
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, "IMMUTABLE", { id });
      const cited = DraftJS.Modifier.insertText(
        content,
        end,
        `[${name}]`,
        null,
        content.getLastCreatedEntityKey(),
      );
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, cited, "insert-characters"));
    }
  }

  const Citation = ({ children }) =>
    React.createElement(
      "span",
      { style: { color: "var(--w-color-text-link-default)", fontSize: "0.85em" } },
      children,
    );

  draftail.registerPlugin(
    { type: "REFERENCE", source: CitationSource, decorator: Citation },
    "entityTypes",
  );
})();
