/** Applies method decorators in plain JavaScript. */
exports.decorateMethod = function decorateMethod(type, name, ...decorators) {
  const descriptor = Object.getOwnPropertyDescriptor(type.prototype, name);
  for (const decorator of [...decorators].reverse()) decorator(type.prototype, name, descriptor);
};

exports.decorateParameter = function decorateParameter(type, name, index, decorator) {
  decorator(type.prototype, name, index);
};
