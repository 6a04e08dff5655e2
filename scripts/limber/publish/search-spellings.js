
// Added by Limber: a word of the index is found as it is typed where no key has its accents, too; a German ü also as ue.
(function (code) {
  const use = lunr[code];
  const plain = (text) => text.replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/œ/g, "oe").normalize("NFC");
  const spellings = (token) => {
    const word = token.toString();
    const apart = word.normalize("NFD");
    const typed = code === "de" ? [plain(apart.replace(/([aou])\u0308/g, "$1e"))] : [];
    return [...new Set([word, plain(apart), ...typed])].map((each) => token.clone(() => each));
  };
  lunr.Pipeline.registerFunction(spellings, "spellings");
  function useWithSpellings() {
    use.call(this);
    this.pipeline.add(spellings);
  }
  lunr[code] = Object.assign(useWithSpellings, use);
})("LANGUAGE");
